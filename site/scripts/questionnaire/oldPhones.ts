/** Phones before 2020 have no String.prototype.replaceAll, which reading a code uses (with patterns marked global). */
String.prototype.replaceAll ??= function (this: string, pattern: string | RegExp, by: never): string {
  return this.replace(pattern, by);
};

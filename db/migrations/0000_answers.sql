CREATE TABLE `answers` (
	`row_id` text NOT NULL,
	`client` text NOT NULL,
	`version` integer NOT NULL,
	`key_id` text NOT NULL,
	`questionnaire` text NOT NULL,
	`sealed` text NOT NULL,
	PRIMARY KEY(`row_id`, `client`),
	FOREIGN KEY (`row_id`) REFERENCES `respondent`(`row_id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "client_length" CHECK(length("answers"."client") = 22),
	CONSTRAINT "version_from_one" CHECK("answers"."version" >= 1),
	CONSTRAINT "sealed_length" CHECK(length("answers"."sealed") <= 45000)
);
--> statement-breakpoint
CREATE TABLE `respondent` (
	`row_id` text PRIMARY KEY NOT NULL,
	`municipality` text NOT NULL,
	`submitted_on` text,
	`submitted_by` text,
	`no_reminders_on` text,
	`withdrawn_on` text
);

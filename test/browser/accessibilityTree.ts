/** What Chromium tells assistive technology about a page (Chrome DevTools Protocol, Accessibility domain). */
import type { Page } from "playwright-core";

export interface TreeNode {
  role: string;
  name: string;
  children: TreeNode[];
}

/** The tree of what is on the screen now; nodes that are ignored give their place to their children. */
export async function accessibilityTree(page: Page): Promise<TreeNode[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const read = (id: string): TreeNode[] => {
    const node = byId.get(id);
    if (!node) return [];
    const children = (node.childIds ?? []).flatMap(read);
    if (node.ignored) return children;
    return [{ role: String(node.role?.value), name: String(node.name?.value ?? ""), children }];
  };
  const [root] = nodes;
  return root ? read(root.nodeId) : [];
}

/** All nodes with one of the roles, in reading order. */
export const withRole = (nodes: readonly TreeNode[], ...roles: string[]): TreeNode[] =>
  nodes.flatMap((node) => [
    ...(roles.includes(node.role) ? [node] : []),
    ...withRole(node.children, ...roles),
  ]);

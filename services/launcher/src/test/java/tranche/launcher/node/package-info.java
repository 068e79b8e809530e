/**
 * Programs of another language that share no code with the product, run by its tests: {@link
 * tranche.launcher.node.NodeReader} reads a topic as an outsider would.
 */
@org.jspecify.annotations.NullMarked
package tranche.launcher.node;

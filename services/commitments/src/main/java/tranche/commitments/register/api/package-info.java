/** What the bodies and paths of all objects share. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.register.api;

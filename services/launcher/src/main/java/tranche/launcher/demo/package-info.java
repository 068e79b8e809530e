/** The data that a demo starts with: read {@code DemoPlan}, then {@code Awards} for what is real and {@code Sample}. */
@org.jspecify.annotations.NullMarked
package tranche.launcher.demo;

/** What the demo starts with: read {@code AwardsTest}. */
@org.jspecify.annotations.NullMarked
package tranche.launcher.demo;

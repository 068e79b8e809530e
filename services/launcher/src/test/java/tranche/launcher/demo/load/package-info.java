/** The demo's data through the real services: read {@code DemoIntakeTest}. */
@org.jspecify.annotations.NullMarked
package tranche.launcher.demo.load;

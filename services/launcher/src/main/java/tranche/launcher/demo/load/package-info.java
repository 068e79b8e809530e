/** How the demo's data goes in, over HTTP and as often as it takes: read {@code DemoIntake}. */
@org.jspecify.annotations.NullMarked
package tranche.launcher.demo.load;

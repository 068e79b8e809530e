/** The demo's data through the real services: read {@code DemoDataTest}. */
@org.jspecify.annotations.NullMarked
package tranche.launcher.demo.load;

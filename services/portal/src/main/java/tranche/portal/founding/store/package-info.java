/** Where the demo's accounts are written down for whoever tries it. Read {@link tranche.portal.founding.store.DemoFile}. */
@org.jspecify.annotations.NullMarked
package tranche.portal.founding.store;

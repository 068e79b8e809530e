/** The portal as a process, for tests: a real database, a stand-in for the service behind the front door. */
@org.jspecify.annotations.NullMarked
package tranche.portal;

/** The way of a command through a service, wired together. Read {@link tranche.flow.Flow} first. */
@org.jspecify.annotations.NullMarked
package tranche.flow;

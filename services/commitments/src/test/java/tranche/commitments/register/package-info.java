/** The tables that the service has in common with others. Read {@link tranche.commitments.register.KernelTablesTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.register;

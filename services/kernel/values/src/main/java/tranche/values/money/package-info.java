/** Exact amounts, how they are read, and how a whole is shared. Read {@link tranche.values.money.Money} first, then {@link tranche.values.money.Allocation}. */
@org.jspecify.annotations.NullMarked
package tranche.values.money;

/** Exact amounts and how a whole is shared. Read {@link tranche.values.money.Money} first. */
@org.jspecify.annotations.NullMarked
package tranche.values.money;

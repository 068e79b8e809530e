/** A service's database: who signs in to it, how it is brought up to date, how lists are bound to a statement. Read {@link tranche.flow.sql.Database} first. */
@org.jspecify.annotations.NullMarked
package tranche.flow.sql;

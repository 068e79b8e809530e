/**
 * What the rows of all objects of a register share: their columns, and what they are called where they come from. A
 * service has the table of foreign identities by naming {@code register} in {@code tranche.database.tables}. Read {@link
 * tranche.flow.register.Rows} first.
 */
@org.jspecify.annotations.NullMarked
package tranche.flow.register;

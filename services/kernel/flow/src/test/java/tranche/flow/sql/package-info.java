/** Databases brought up to date. Read {@link tranche.flow.sql.MigrationsTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.flow.sql;

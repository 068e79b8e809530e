/** Countries. Read {@link tranche.values.country.Country}. */
@org.jspecify.annotations.NullMarked
package tranche.values.country;

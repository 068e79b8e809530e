/** What people read, in the languages that the product speaks. */
@org.jspecify.annotations.NullMarked
package tranche.web.words;

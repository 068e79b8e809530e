@org.jspecify.annotations.NullMarked
package tranche.web.body;

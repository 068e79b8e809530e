/** Tests of the tokens between front door and services. */
@org.jspecify.annotations.NullMarked
package tranche.web.access;

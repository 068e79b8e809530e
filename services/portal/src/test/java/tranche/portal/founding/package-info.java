/** Tests of how a deployment begins. */
@org.jspecify.annotations.NullMarked
package tranche.portal.founding;

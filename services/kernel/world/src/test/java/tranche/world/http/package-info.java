/** Tests of calls over HTTP. */
@org.jspecify.annotations.NullMarked
package tranche.world.http;

/** Calls to other processes over HTTP. Read {@link tranche.world.http.HttpCalls} first. */
@org.jspecify.annotations.NullMarked
package tranche.world.http;

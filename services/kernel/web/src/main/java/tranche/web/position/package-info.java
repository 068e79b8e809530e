/** Reading one's own writes: a request waits until its service has seen what the caller has seen. Read {@link tranche.web.position.Positions} first. */
@org.jspecify.annotations.NullMarked
package tranche.web.position;

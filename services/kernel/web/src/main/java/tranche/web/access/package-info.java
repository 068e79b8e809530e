/** Who calls: the tokens between front door and services, and the caller that a controller is given. Read {@link tranche.web.access.Caller} first. */
@org.jspecify.annotations.NullMarked
package tranche.web.access;

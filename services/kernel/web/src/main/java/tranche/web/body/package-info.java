/** Reading a request's JSON so that all findings are told at once. Read {@link tranche.web.body.Body} first. */
@org.jspecify.annotations.NullMarked
package tranche.web.body;

/** How a value is written in an answer. Read {@link tranche.web.json.JsonObject} first. */
@org.jspecify.annotations.NullMarked
package tranche.web.json;

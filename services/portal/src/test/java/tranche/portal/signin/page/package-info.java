/** Tests of signing in and out over HTTP. */
@org.jspecify.annotations.NullMarked
package tranche.portal.signin.page;

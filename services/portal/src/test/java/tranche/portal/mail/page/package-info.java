@org.jspecify.annotations.NullMarked
package tranche.portal.mail.page;

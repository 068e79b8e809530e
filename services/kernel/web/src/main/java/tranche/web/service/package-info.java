/** What every service's process is made of, and how it starts. Read {@link tranche.web.service.Service} first. */
@org.jspecify.annotations.NullMarked
package tranche.web.service;

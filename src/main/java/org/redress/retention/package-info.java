/** How long cases are kept: rules, legal holds, disposal, and what leaves the house as a bundle. */
@org.springframework.modulith.ApplicationModule(displayName = "Retention")
package org.redress.retention;

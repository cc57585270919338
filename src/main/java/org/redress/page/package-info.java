/** The pages that staff see in a browser: first screen, sign-in, cases and guides. */
@org.springframework.modulith.ApplicationModule(displayName = "Staff pages")
package org.redress.page;

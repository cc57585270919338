/** A few made-up cases for a first look, there only while nobody has named a database of their own. */
@org.springframework.modulith.ApplicationModule(displayName = "Demo")
package org.redress.demo;

/** What every floor may use and that itself uses nothing: marks and values of the house. No framework appears here. */
@org.springframework.modulith.ApplicationModule(displayName = "Kernel")
package org.redress.kernel;

/** The only module that knows the process engine: form door, deployment, timers, accounts and the web apps' plug-ins. */
@org.springframework.modulith.ApplicationModule(displayName = "Engine")
package org.redress.engine;

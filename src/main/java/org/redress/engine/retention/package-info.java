/** What the engine keeps of a case, and for how long. */
package org.redress.engine.retention;

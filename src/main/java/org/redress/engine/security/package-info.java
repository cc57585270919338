/** Every way in: who may come through which door, and what the engine lets each group do. */
package org.redress.engine.security;

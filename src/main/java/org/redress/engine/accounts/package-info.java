/** Groups, accounts and the staff directory, kept in the engine's identity tables. */
package org.redress.engine.accounts;

/** Conventions of diagrams and forms, checked on the files themselves: no engine, no Spring. */
package org.redress.models;

package org.redress.desk;

import java.util.Optional;

/** Keeps a case from being closed by a person while something of its procedure is still to be done. Every bean is asked. */
public interface ClosingBar {

    /** Why the person may not close the case yet and what to do first, in words; empty where nothing speaks against it. */
    Optional<String> refusal(String caseReference);
}

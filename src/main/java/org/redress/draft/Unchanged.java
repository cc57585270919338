package org.redress.draft;

import java.util.Arrays;
import java.util.function.Supplier;
import org.redress.database.Locks;
import org.redress.record.Sha256;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps two people who change the same thing from overwriting each other unseen: a change is made only while the thing
 * still stands as whoever changes it has seen it.
 */
@Service
public class Unchanged {

    private final Locks locks;

    Unchanged(Locks locks) {
        this.locks = locks;
    }

    /** A short name for how a thing stands: the same for the same parts, another for others. */
    public static String mark(Object... parts) {
        return Sha256.of(Arrays.stream(parts).map(part -> part == null ? null : part.toString()).toArray(String[]::new))
                .substring(0, 32);
    }

    /**
     * Makes a change, in one transaction with looking whether anything is otherwise than it was seen. Of two at once the
     * second waits for the first.
     *
     * @param thing what is changed; everybody who changes it says the same words
     * @param seen the mark of what the person saw
     * @param standing tells the mark of what stands now
     * @throws ChangedMeanwhile where the two differ; nothing was done
     */
    @Transactional
    public void since(String thing, String seen, Supplier<String> standing, Runnable change) {
        locks.alone("changes", thing);
        if (!standing.get().equals(seen)) {
            throw new ChangedMeanwhile(thing);
        }
        change.run();
    }
}

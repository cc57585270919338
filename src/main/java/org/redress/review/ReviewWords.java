package org.redress.review;

import java.util.Set;
import org.redress.casefile.CasePath;
import org.redress.casefile.PartyRole;
import org.redress.kind.Kind;
import org.redress.kind.Kinds;
import org.springframework.stereotype.Component;

/** The codes of a review in the words that its declaration has for them. */
@Component
class ReviewWords {

    private final Kind review;

    ReviewWords(Kinds kinds) {
        this.review = kinds.of(Applications.KIND);
    }

    /** The purposes of letters, in the order in which they are declared. */
    Set<String> purposes() {
        return review.purposes().keySet();
    }

    String party(PartyRole role) {
        return review.partyWords(role.name());
    }

    String path(CasePath path) {
        return review.pathWords(path.name());
    }
}

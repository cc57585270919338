package org.redress.letter;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface LetterCopyRepository extends Repository<LetterCopy, Long> {

    LetterCopy save(LetterCopy copy);

    Optional<LetterCopy> findById(long letterId);
}

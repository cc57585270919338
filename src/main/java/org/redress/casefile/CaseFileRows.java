package org.redress.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CaseFileRows extends JpaRepository<CaseFile, String> {

    @Query("select c from CaseFile c order by c.openedAt desc, c.reference desc")
    List<CaseFile> newestFirst();

    @Query(
            "select c.reference from CaseFile c where c.complainantKey = :key order by c.openedAt, c.reference limit 1")
    Optional<String> firstOf(String key);
}

package org.redress.letter;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The office that writes, as its letters show it.
 *
 * @param name the body's full name
 * @param shortName the name people use
 * @param team who signs
 * @param address the postal address, line by line
 * @param email where answers go; also the sender of e-mail
 * @param phone the telephone number
 * @param relay the number for people who use a text relay service
 * @param hours when the telephone is answered
 * @param website where to read more
 * @param complaints where somebody writes who is unhappy with how the office dealt with them
 */
@ConfigurationProperties("redress.office")
public record OfficeProperties(
        @DefaultValue("Mayor’s Office for Policing and Crime") String name,
        @DefaultValue("MOPAC") String shortName,
        @DefaultValue("Police complaint reviews team") String team,
        @DefaultValue({"Example House", "1 Example Street", "London ZZ99 3WZ"}) List<String> address,
        @DefaultValue("reviews@mopac.example.org") String email,
        @DefaultValue("020 7946 0123") String phone,
        @DefaultValue("18001 020 7946 0123") String relay,
        @DefaultValue("Monday to Friday, 9am to 5pm") String hours,
        @DefaultValue("www.mopac.example.org/reviews") String website,
        @DefaultValue("complaints@mopac.example.org") String complaints) {}

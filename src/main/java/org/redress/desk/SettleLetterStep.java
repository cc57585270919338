package org.redress.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.redress.casefile.CasePeople;
import org.redress.clock.Now;
import org.redress.kernel.EmailAddress;
import org.redress.kernel.Words;
import org.redress.kernel.WrittenText;
import org.redress.letter.Delivery;
import org.redress.letter.OwedDeliveries;
import org.redress.letter.OwedDeliveries.Owed;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class SettleLetterStep implements Step<SettleLetter> {

    private final OwedLetters owedLetters;
    private final OwedDeliveries deliveries;
    private final CasePeople people;
    private final ProcedureOf procedureOf;
    private final Now now;

    SettleLetterStep(
            OwedLetters owedLetters, OwedDeliveries deliveries, CasePeople people, ProcedureOf procedureOf, Now now) {
        this.owedLetters = owedLetters;
        this.deliveries = deliveries;
        this.people = people;
        this.procedureOf = procedureOf;
        this.now = now;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        int number = context.number(OwedLetters.NUMBER);
        if (owedLetters.isSettled(number)) {
            return Map.of("owedLetterWords", "This letter is settled already.");
        }
        Owed owed = owedLetters.get(number);
        return Map.of(
                "owedLetterWords",
                Words.lines(List.of(
                        owed.kind() + " " + owed.kind().label() + ", to " + owed.to().name() + ", approved on "
                                + Words.day(owed.approvedOn()),
                        owed.problem() == null ? "It is not out." : owed.problem(),
                        "E-mail: " + (owed.to().email() == null ? "none" : owed.to().email()),
                        "Post: " + (owed.to().postalAddress().isEmpty() ? "none" : String.join(", ", owed.to().postalAddress())))));
    }

    @Override
    public RoutingFacts complete(StepContext context, SettleLetter answers) {
        int number = context.number(OwedLetters.NUMBER);
        new Faults()
                .when(owedLetters.isSettled(number), null, "Somebody has settled this letter already. There is nothing left to do.")
                .refuseIfAny();
        Owed owed = owedLetters.get(number);
        Settlement settlement = Settlement.valueOf(answers.settlement());
        String email = Faults.blank(answers.newEmail()) ? null : answers.newEmail().strip();
        List<String> address = Faults.blank(answers.newAddress())
                ? List.of()
                : answers.newAddress().lines().map(String::strip).filter(line -> !WrittenText.nothingVisible(line)).toList();
        faultsOf(owed, settlement, answers, email, address, context).refuseIfAny();
        if (email != null || !address.isEmpty()) {
            correct(owed, email, address, context.person());
        }
        long letter = owed.letterId();
        switch (settlement) {
            case ARRIVED, PRINT_AND_POST -> deliveries.left(letter, answers.leftOn(), context.person());
            case SEND_AGAIN -> deliveries.sendAgain(letter, context.person());
            case CORRECT_ADDRESS -> deliveries.sendTo(letter, email, address, context.person());
            case CANNOT_BE_REACHED -> deliveries.giveUp(letter, context.person());
        }
        owedLetters.settle(owed, number, settlement, words(settlement, answers), context.person());
        return RoutingFacts.none();
    }

    private Faults faultsOf(
            Owed owed, Settlement settlement, SettleLetter answers, String email, List<String> address, StepContext context) {
        Faults faults = new Faults();
        switch (settlement) {
            case ARRIVED -> {
                faults.whenBlank(answers.howKnown(), "howKnown", "Say how you know that it did arrive.");
                day(faults, owed, answers.leftOn());
            }
            case PRINT_AND_POST -> {
                day(faults, owed, answers.leftOn());
                faults.when(
                        address.isEmpty() && owed.to().postalAddress().isEmpty(),
                        "newAddress",
                        "No postal address is on the file. Enter the address to which you posted it.");
            }
            case SEND_AGAIN -> faults.when(
                    owed.delivery() == Delivery.ASK_FOR_ADDRESS,
                    "settlement",
                    "There is no address to send it to. Correct the address instead, or say that they cannot be reached.");
            case CORRECT_ADDRESS -> {
                faults.when(
                        (email == null) == address.isEmpty(),
                        "newEmail",
                        "Enter either an e-mail address or a postal address: the letter goes there.");
                if (email != null) {
                    EmailAddress.fault(email).ifPresent(fault -> faults.when(true, "newEmail", fault));
                }
            }
            case CANNOT_BE_REACHED -> {
                faults.whenBlank(answers.reason(), "reason", "Say what was tried and why they cannot be reached.");
                WhoIsTold who = procedureOf.staff(owed.caseReference());
                faults.when(
                        !context.groups().contains(who.group(Told.OFFICER)) && !context.groups().contains(who.group(Told.MANAGER)),
                        "settlement",
                        "A " + who.oneOf(Told.OFFICER) + " or the manager decides that somebody cannot be reached. Put the step back,"
                                + " and ask one of them to take it.");
            }
        }
        return faults;
    }

    private void day(Faults faults, Owed owed, LocalDate day) {
        faults.when(day == null, "leftOn", "Enter the day on which it left.");
        faults.when(
                day != null && (day.isAfter(now.today()) || day.isBefore(owed.approvedOn())),
                "leftOn",
                "Enter a day from " + Words.day(owed.approvedOn()) + ", when the letter was approved, to today.");
    }

    /** The file is put right with the letter, so that the next one does not go astray too. */
    private void correct(Owed owed, String email, List<String> address, String by) {
        procedureOf.of(owed.caseReference(), LetterWriter.class)
                .reader(owed.caseReference(), owed.to())
                .ifPresent(reader -> people.correctAddress(
                        owed.caseReference(), reader.id(), email, address, "A letter did not leave", by));
    }

    private static String words(Settlement settlement, SettleLetter answers) {
        return switch (settlement) {
            case ARRIVED -> Words.day(answers.leftOn()) + ". " + answers.howKnown();
            case PRINT_AND_POST -> Words.day(answers.leftOn());
            case CANNOT_BE_REACHED -> answers.reason();
            default -> null;
        };
    }
}

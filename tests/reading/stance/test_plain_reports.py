"""One sentence on one matter, in the plain words of a local paper."""

from __future__ import annotations

import pytest

from tests.reading.standing import read, stances

SALE = "The city council on Monday discussed the sale of the Harbour Theatre.\n"


@pytest.mark.parametrize(
    ("sentence", "actor", "stance"),
    [
        ("The Musicians' Union said it was strongly opposed to the sale.", "Musicians' Union", "oppose"),
        ("The mayor, Ann Holt, said she backed the sale.", "Ann Holt", "support"),
        ("Councillor Bram Visser said he would vote against the sale.", "Bram Visser", "oppose"),
        ("\"We will fight the sale in court,\" said Lena Cross, a shipwright.", "Lena Cross", "oppose"),
        ("\"Selling the theatre would be a mistake,\" said Councillor Bram Visser.", "Bram Visser", "oppose"),
        ("\"This sale is good news for taxpayers,\" said Councillor Bram Visser.", "Bram Visser", "support"),
        ("The Chamber of Commerce welcomed the sale.", "Chamber of Commerce", "support"),
        ("The Green Party criticised the sale.", "Green Party", "oppose"),
        ("The Green Party has called for the sale to be halted.", "Green Party", "oppose"),
        ("The Green Party urged the council to reject the sale.", "Green Party", "oppose"),
        ("The Green Party urged the council to approve the sale.", "Green Party", "support"),
        ("The Green Party said the sale should go ahead.", "Green Party", "support"),
        ("The Green Party said the sale should not go ahead.", "Green Party", "oppose"),
        ("The Green Party said it could not support the sale.", "Green Party", "oppose"),
        ("The Green Party said it would support the sale if the jobs were kept.", "Green Party", "conditional"),
        ("The Green Party will back the sale provided the jobs are kept.", "Green Party", "conditional"),
        ("\"We cannot accept the sale unless jobs stay,\" Green Party leader Tom Byrne said.",
         "Green Party", "conditional"),
        ("The Green Party refused to say whether it supported the sale.", "Green Party", "neutral"),
        ("The Green Party has not yet decided how to vote on the sale.", "Green Party", "neutral"),
        ("The Green Party declined to comment on the sale.", "Green Party", "neutral"),
        ("The Green Party defended the sale.", "Green Party", "support"),
        ("The Green Party is in favour of the sale.", "Green Party", "support"),
        ("The Green Party dropped its opposition to the sale.", "Green Party", "support"),
        ("The Green Party withdrew its support for the sale.", "Green Party", "oppose"),
        ("The Green Party appealed against the sale.", "Green Party", "oppose"),
        ("The Green Party threatened to block the sale.", "Green Party", "oppose"),
        ("The Green Party approved the sale by 7 votes to 2.", "Green Party", "support"),
        ("The Green Party described the sale as a disgrace.", "Green Party", "oppose"),
        ("The Green Party called the sale a disgrace.", "Green Party", "oppose"),
        ("The Green Party insisted that the sale was necessary.", "Green Party", "support"),
        ("The Green Party signed a petition against the sale.", "Green Party", "oppose"),
        ("The Green Party said it had no objection to the sale.", "Green Party", "support"),
        ("The Green Party denied that it opposed the sale.", "Green Party", None),
        ("The Green Party said the sale was worth 12 million euros.", "Green Party", None),
        ("The Green Party asked when the sale would be completed.", "Green Party", None),
        ("The Green Party expects the sale to be completed in June.", "Green Party", None),
        ("The Green Party has accepted the sale.", "Green Party", "support"),
        ("A Green Party spokeswoman, Ida Moss, said the party rejected the sale.", "Green Party", "oppose"),
        ("Members of the Green Party voted overwhelmingly to reject the sale.", "Green Party", "oppose"),
        ("The Green Party threw its weight behind the sale.", "Green Party", "support"),
        ("The Green Party said that it did not want the theatre to be sold.", "Green Party", "oppose"),
        ("The Green Party wants the sale stopped.", "Green Party", "oppose"),
        ("The Green Party demanded an end to the sale.", "Green Party", "oppose"),
        ("The Green Party voiced support for the sale.", "Green Party", "support"),
        ("The Green Party's opposition to the sale is well known.", "Green Party", "oppose"),
        ("Rejecting the sale, Green Party leader Tom Byrne said the theatre belonged to the people.",
         "Tom Byrne", "oppose"),
    ],
)  # fmt: skip
def test_a_plain_sentence_tells_the_stance(sentence: str, actor: str, stance: str | None) -> None:
    assert stances(read(SALE + sentence)).get(actor, set()) == ({stance} if stance else set())


@pytest.mark.parametrize(
    ("sentence", "actor", "stance"),
    [
        ("Hungary vetoed the aid package on Monday.", "Hungary", "oppose"),
        ("Hungary blocked the aid package on Monday.", "Hungary", "oppose"),
        ("France and Germany backed the aid package on Monday.", "Germany", "support"),
        ("Poland, which supports the aid package, sent two ministers to Brussels.", "Poland", "support"),
        ("The aid package was rejected by Hungary on Monday.", "Hungary", "oppose"),
        ("The aid package is opposed by Hungary.", "Hungary", "oppose"),
        ("\"Hungary will never accept the aid package,\" Foreign Minister Janos Kiss said.", "Hungary", "oppose"),
        ("Hungarian Foreign Minister Janos Kiss said Budapest was against the aid package.", "Hungary", "oppose"),
        ("Budapest rejects the aid package, a Hungarian official said on condition of anonymity.", "Hungary", "oppose"),
        ("The Kremlin rejected the peace plan.", "Russia", "oppose"),
        ("Washington endorsed the peace plan.", "United States", "support"),
        ("Kenya urged Uganda to sign the treaty.", "Kenya", "support"),
        ("Kenya urged Uganda not to sign the treaty.", "Kenya", "oppose"),
        ("Kenya ruled out talks with the rebels.", "Kenya", "oppose"),
        ("Kenya agreed to talks with the rebels.", "Kenya", "support"),
        ("Kenya is ready for talks with the rebels.", "Kenya", "support"),
        ("Kenya proposed talks with the rebels.", "Kenya", "support"),
        ("Kenya demanded the release of the prisoners.", "Kenya", "support"),
        ("Kenya refused to release the prisoners.", "Kenya", "oppose"),
        ("Kenya promised to release the prisoners.", "Kenya", "support"),
        ("Kenya suspended its participation in the treaty.", "Kenya", "oppose"),
        ("Kenya withdrew from the treaty on Monday.", "Kenya", "oppose"),
        ("Kenya ratified the treaty on Monday.", "Kenya", "support"),
        ("Kenya joined the treaty on Monday.", "Kenya", "support"),
        ("Kenya would only sign the treaty if Uganda withdrew its troops, President Amos Keter said.",
         "Kenya", "conditional"),
        ("Kenya sees no reason to change the treaty.", "Kenya", "oppose"),
        ("Kenya does not rule out a new treaty.", "Kenya", "support"),
        ("The union accepted the company's pay offer.", "union", "support"),
        ("Senator Ruth Adler introduced the fracking bill.", "Ruth Adler", "support"),
        ("The club's president, Paul Okello, called the new calendar unacceptable.", "Paul Okello", "oppose"),
        ("FIFA defended the new calendar against critics.", "FIFA", "support"),
        ("Scientists warned against deep-sea mining.", "Scientists", "oppose"),
        ("President Amos Keter signed the fracking bill into law.", "Amos Keter", "support"),
        ("President Amos Keter vowed to veto the fracking bill.", "Amos Keter", "oppose"),
        ("President Amos Keter lifted the ban on fracking.", "Amos Keter", "oppose"),
        ("President Amos Keter imposed a ban on fracking.", "Amos Keter", "support"),
        ("President Amos Keter met union leaders to discuss the ban on fracking.", "Amos Keter", None),
        ("President Amos Keter said the talks on the treaty had been long and difficult.", "Amos Keter", None),
        ("President Amos Keter may sign the treaty, an aide said.", "Amos Keter", None),
        ("Will President Amos Keter sign the treaty?", "Amos Keter", None),
    ],
)  # fmt: skip
def test_one_sentence_alone_tells_the_stance(sentence: str, actor: str, stance: str | None) -> None:
    assert stances(read("NEWTOWN (Wire) - " + sentence)).get(actor, set()) == ({stance} if stance else set())

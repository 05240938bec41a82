"""Threats of criminal, immigration and licensing action are found however put; plain wording is not."""

import pytest

from app.documents.threats import hits

THREATS = """
If we are not paid by Friday we will go to the police.
Pay or I will call ICE.
You would not want immigration to learn how you run your kitchen.
I know the prosecutor would be very interested in your payroll.
It would be a shame if the liquor board heard about this.
You could lose your license over this.
Keep this up and you will be in handcuffs.
My cousin works for the sheriff and he is going to hear about it.
I am thinking about pressing charges.
Unless the money comes, the FBI gets my notebook.
One phone call from me and you are finished.
We are ready to report you.
You belong in jail.
He should be arrested for this.
The owner ought to be in prison.
I will make sure that they deport you.
Next stop is the health inspector.
Your restaurant will be shut down.
I’d hate for the licensing people to see the kitchen.
Send the check or we take this to the district attorney.
Don't make me dial 911.
I can have you arrested.
She will tell the nursing board that you falsify hours.
Otherwise Homeland Security will be told who you hire.
Pay me and nobody from la migra will hear about the others.
Si no me paga voy a llamar a la policía.
Le voy a avisar a inmigración.
Wage theft is a crime and you will answer for it.
People with badges will come to your door.
The attorney general will be looking at your books.
You will be on a plane back to your country.
I will turn you in.
Criminal charges are what comes next.
My lawyer said you can go to prison for this.
Maybe the IRS would like to know about the cash.
We could ask the state board to revoke the salon's license.
Say goodbye to your liquor license.
We reserve the right to seek criminal prosecution.
If you value your permit, pay.
Law enforcement may be contacted.
I want to see you behind bars.
Pay by Friday. Otherwise the police are next.
Let's see what ICE thinks about your crew.
We will not hesitate to involve the authorities.
We expect payment within ten days, failing which a complaint goes to the police.
A criminal referral is being prepared.
You know what happens to people who hire workers without papers.
Nobody wants a raid at the plant.
It is a felony to steal wages.
Your bond and your permit are at stake.
I will have the place closed down.
Either I get my money or he goes to jail.
I've already told the police about you.
I want them charged.
We can keep this away from the liquor control people if you settle.
Somebody may tell the IRS about the cash payments.
This could end with you in a cell.
""".strip().splitlines()

CALM = """
Ana was paid $304.00 for 32 hours in the week of March 2, 2026.
Proof of mailing: certified mail, return receipt requested.
You must keep time cards, schedules, texts, copies of passports and driver's licenses.
An employer may not discharge an employee who asserts rights, 29 USC 215(a)(3).
Worker was employed by you as a licensed practical nurse.
You employed Ana as a cook at the county jail.
The charges for breakage were taken out of her pay.
The restaurant closed at ten and I cleaned until midnight.
We will file suit in the Circuit Court of Jackson County if payment is not received.
We may file a complaint with the Missouri Division of Labor Standards.
We will report you to the Department of Labor.
He made ice cream and iced tea if it was hot.
I carried ice from the ice machine.
Pay was by Visa card.
Please send the payment by May 3, 2026.
If you have counsel, please give us the name.
Records: name, address, Social Security number, hours each day, 29 CFR 516.2.
He said pay would come on Friday. It did not come.
GPS, cameras and gate logs, insurance, bank records of payments.
The manager would not let her take a break.
You should keep insurance policies, licenses and permits of the business.
Penalty wages continue for up to sixty days, RSMo 290.110.
She is owed $900.00 for work at the fire department picnic.
""".strip().splitlines()

MENTIONS = """
The police came to the diner once about a broken window.
She worked as a dispatcher for the police department.
The inspector wrote that the cooler was warm.
""".strip().splitlines()


@pytest.mark.parametrize("sentence", THREATS)
def test_a_threat_is_found(sentence: str) -> None:
    assert any(hit.threat for hit in hits(sentence))


@pytest.mark.parametrize("sentence", CALM)
def test_ordinary_wording_is_let_through(sentence: str) -> None:
    assert hits(sentence) == []


@pytest.mark.parametrize("sentence", MENTIONS)
def test_a_mention_is_told_but_is_no_threat(sentence: str) -> None:
    assert [hit.threat for hit in hits(sentence)] == [False]


def test_a_threat_inside_a_long_story_is_found_with_its_sentence() -> None:
    threat = "If he does not pay I will go to the sheriff."
    story = f"{'I worked every day. ' * 40}{threat} {'It was cold. ' * 40}"
    assert [hit.sentence for hit in hits(story)] == [threat]


@pytest.mark.parametrize(
    "disguise",
    ["Pay or I call the POLICE.", "Pay or I call the ｐｏｌｉｃｅ.", "Pay or I call the\u00a0pólice."],
)
def test_capitals_wide_letters_and_accents_hide_nothing(disguise: str) -> None:
    assert any(hit.threat for hit in hits(disguise))

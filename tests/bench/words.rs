//! What promises and people are called.

pub const FIRST: [&str; 40] = [
    "Jane", "Amir", "Beatriz", "Chen", "Dagny", "Emeka", "Fatima", "Giulia", "Hiroshi", "Ines",
    "Jürgen", "Katja", "Liam", "Mei", "Noor", "Olga", "Priya", "Quentin", "Rosa", "Søren", "Tomás",
    "Uma", "Viktor", "Wanda", "Ximena", "Yusuf", "Zoë", "Anna", "Björn", "Chloé", "Dmitri", "Elif",
    "Femi", "Greta", "Hana", "Ivan", "Joana", "Kofi", "Lucía", "Marek",
];

pub const LAST: [&str; 40] = [
    "Ortiz", "Ahmed", "Becker", "Costa", "Dubois", "Eriksson", "Fischer", "Garcia", "Hansen",
    "Ito", "Jansen", "Kowalski", "Lopez", "Müller", "Nguyen", "Okafor", "Petrov", "Quist", "Rossi",
    "Schmidt", "Tanaka", "Usman", "Vargas", "Weber", "Xu", "Yilmaz", "Zhang", "Adler", "Brandt",
    "Clarke", "Demir", "Evans", "Ferrari", "Gruber", "Horvat", "Ivanova", "Jensen", "Kumar",
    "Lindberg", "Moreau",
];

pub const FIRMS: [&str; 12] = [
    "Acme Ltd",
    "Nordlicht GmbH",
    "Beta Corp",
    "Casa Verde",
    "Delta Freight",
    "Ember & Sons",
    "Fjord Supplies",
    "Gamma Clinic",
    "Harbour Hotel",
    "Iris Optics",
    "Juno Travel",
    "Kite Media",
];

pub const ACTIONS: [&str; 20] = [
    "Send the revised quote",
    "Call back",
    "Pick up the couch",
    "Have the car ready",
    "Refund the deposit",
    "Send a technician",
    "Replace the broken part",
    "Confirm the delivery",
    "Mail the contract",
    "Check the invoice",
    "Book the appointment",
    "Return the loan car",
    "Explain the second charge",
    "Ship the spare keys",
    "Update the address",
    "Write the report",
    "Order the missing panels",
    "Test the new router",
    "Answer the complaint",
    "Prepare the handover",
];

pub const OBJECTS: [&str; 20] = [
    "for the kitchen",
    "about the warranty",
    "with VAT shown apart",
    "before the holidays",
    "for the second floor",
    "after the inspection",
    "as agreed on the phone",
    "at no charge",
    "with two more copies",
    "for the new branch",
    "about the delayed parcel",
    "on the old terms",
    "for the night shift",
    "with the serial numbers",
    "about the double booking",
    "for the spring order",
    "with photos",
    "to the new address",
    "for the annual service",
    "about the missing screws",
];

pub const NOTES: [&str; 8] = [
    "Was calm, but has waited twice already.",
    "Prefers to be called in the morning.",
    "Told them that the supplier is late.",
    "Wants it in writing.",
    "Asked for the manager next time.",
    "Left a message with the front desk.",
    "Offered free shipping.",
    "The order number is on the back of the form.",
];

pub const CHANNELS: [&str; 4] = ["call", "email", "chat", "meeting"];

pub const TAGS: [&str; 10] = [
    "quote",
    "repair",
    "delivery",
    "refund",
    "vip",
    "complaint",
    "invoice",
    "callback",
    "warranty",
    "onboarding",
];

pub const COLLEAGUES: [&str; 5] = [
    "Sam Reed",
    "Nadia Stone",
    "Ole Berg",
    "Tara Quinn",
    "Max Holm",
];

pub const ZONES: [&str; 4] = [
    "America/New_York",
    "Europe/London",
    "Asia/Tokyo",
    "Australia/Sydney",
];

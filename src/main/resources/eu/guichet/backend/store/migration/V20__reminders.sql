-- Whose letter was posted or received on a day is found without reading through the letters.
CREATE INDEX letter_posted ON letter (posted_on) WHERE state = 'POSTED';
CREATE INDEX letter_received ON letter (received_on) WHERE state = 'RECEIVED';

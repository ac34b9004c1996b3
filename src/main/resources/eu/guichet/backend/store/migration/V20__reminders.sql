-- Whose letter was posted or received on a day is found without reading through the letters of each office.
CREATE INDEX letter_under_way_posted ON letter (posted_on) WHERE state = 'POSTED';
CREATE INDEX letter_under_way_received ON letter (received_on) WHERE state = 'RECEIVED';

-- Who hears an announcement is asked with its services themselves, which stand in its body, too.
DROP TABLE notify_services;

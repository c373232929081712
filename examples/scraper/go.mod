module example.com/scraper

go 1.21

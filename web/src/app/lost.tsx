import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { Empty } from '@/design/states';

export function Lost() {
  return (
    <Empty icon={Compass} title="There is no such page">
      <Link to="/inbox" className="text-link underline">
        Go to the inbox
      </Link>
    </Empty>
  );
}
